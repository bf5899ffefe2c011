namespace LanChat.Client.Terminal.Input;

/// <summary>One completion.</summary>
/// <param name="Label">The text in the list.</param>
/// <param name="Text">The text to insert.</param>
/// <param name="Hint">Shown beside the label; may be empty.</param>
internal sealed record Suggestion(string Label, string Text, string Hint = "");
