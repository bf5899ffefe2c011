namespace LanChat.Client.Views;

/// <summary>A message that the user can change.</summary>
/// <param name="Id">Id of the message.</param>
/// <param name="Text">Its text as sent.</param>
internal sealed record Editable(long Id, string Text);
