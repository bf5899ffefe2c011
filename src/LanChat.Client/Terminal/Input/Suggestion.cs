namespace LanChat.Client.Terminal.Input;

/// <summary>Something that what is being typed may become.</summary>
/// <param name="Label">What it is shown as.</param>
/// <param name="Text">What is put in.</param>
/// <param name="Hint">Stands beside the label; may be empty.</param>
internal sealed record Suggestion(string Label, string Text, string Hint = "");
