namespace LanChat.Client.Terminal.Screens;

/// <summary>Text in one style, safe to show.</summary>
/// <param name="Text">The text.</param>
/// <param name="Style">
/// SGR codes between <c>ESC [</c> and <c>m</c>, from an <see cref="Theme"/>; empty for none.
/// </param>
/// <param name="Link">The full URL, even if the text is only a part of it; empty for none.</param>
internal readonly record struct TextSpan(string Text, string Style = "", string Link = "");
