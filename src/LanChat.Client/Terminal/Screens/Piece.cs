namespace LanChat.Client.Terminal.Screens;

/// <summary>Text in one style, safe to show.</summary>
/// <param name="Text">What is shown.</param>
/// <param name="Style">The codes between <c>ESC [</c> and <c>m</c>, as an <see cref="Ink"/> has them; empty for none.</param>
/// <param name="Link">The whole address it leads to, however little of that it shows; empty for none.</param>
internal readonly record struct Piece(string Text, string Style = "", string Link = "");
