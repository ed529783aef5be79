let audio: AudioContext | undefined

/** A high short tone for yes, a low longer one for no; colour says the same for who does not hear it. */
export function signal(kind: "good" | "bad"): void {
  document.documentElement.dataset.scan = kind
  setTimeout(() => delete document.documentElement.dataset.scan, 500)
  try {
    audio ??= new AudioContext()
    const tone = audio.createOscillator()
    const volume = audio.createGain()
    tone.frequency.value = kind === "good" ? 1320 : 220
    volume.gain.value = 0.06
    tone.connect(volume).connect(audio.destination)
    tone.start()
    tone.stop(audio.currentTime + (kind === "good" ? 0.08 : 0.3))
  } catch {
    // A device without sound still has the colour.
  }
}
