namespace LanChat.Client.Terminal.Screens;

/// <summary>What there is to show, as far as a <see cref="Layout"/> has to know.</summary>
/// <param name="InputRows">How many rows what is typed takes.</param>
/// <param name="CompletionRows">How many things it may become.</param>
/// <param name="ChoiceRows">How many rows the list of rooms takes while one is being chosen; 0 when none is.</param>
/// <param name="HasNotice">Whether the room has a notice.</param>
/// <param name="Rooms">Whether the rooms are wanted beside the talk; null for where there is room for them.</param>
/// <param name="Members">The same for the members.</param>
internal sealed record Wants(
    int InputRows = 1,
    int CompletionRows = 0,
    int ChoiceRows = 0,
    bool HasNotice = false,
    bool? Rooms = null,
    bool? Members = null)
{
    /// <summary>Whether there are several windows to tell.</summary>
    public bool HasTabs { get; init; }
}
