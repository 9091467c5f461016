// S shows the speaker's notes, O all slides, F the full screen; ?print-pdf is for the handout.
Reveal.initialize({
  hash: true,
  center: false,
  width: 1280,
  height: 720,
  transition: "none",
  pdfSeparateFragments: false,
  plugins: [RevealNotes],
});
