namespace LanChat.Client.Terminal.Screens;

/// <summary>The input of a <see cref="Layout"/>: what there is to show.</summary>
/// <param name="InputRows">Number of rows of the input.</param>
/// <param name="CompletionRows">Number of completions.</param>
/// <param name="JoinPromptRows">
/// Number of rows of the join prompt's list; 0 outside the join prompt.
/// </param>
/// <param name="HasNotice">Whether the room has a notice.</param>
/// <param name="Rooms">
/// Whether to show the rooms beside the transcript; null to decide by width.
/// </param>
/// <param name="Members">Whether to show the members; null to decide by width.</param>
internal sealed record LayoutRequest(
    int InputRows = 1,
    int CompletionRows = 0,
    int JoinPromptRows = 0,
    bool HasNotice = false,
    bool? Rooms = null,
    bool? Members = null)
{
    /// <summary>Whether there are several windows.</summary>
    public bool HasTabs { get; init; }
}
