const EU = new Set("at be bg hr cy cz dk ee fi fr de gr hu ie it lv lt lu mt nl pl pt ro sk si es se".split(" "))

export const isInEu = (countryCode: string): boolean => EU.has(countryCode.toLowerCase())
