/** Where a seller may be established: the Union, and those its shops buy from most. */
export const COUNTRIES =
  "at be bg ch cn cy cz de dk ee es fi fr gb gr hr hu ie is it jp li lt lu lv mt nl no pl pt ro se si sk tr us".split(
    " ",
  )
