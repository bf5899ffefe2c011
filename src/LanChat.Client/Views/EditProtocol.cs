using LanChat.Client.Sessions;
using LanChat.Protocol;

namespace LanChat.Client.Views;

/// <summary>Messages to a view about messages that change.</summary>
internal static class EditProtocol
{
    /// <summary>
    /// A message was changed or taken back: show it as it is now, where it is shown.
    /// </summary>
    /// <param name="Change">The change, with the text as sent.</param>
    /// <param name="ForMe">Whether its text mentions the user.</param>
    public sealed record ShowChange(ChatMessage Change, bool ForMe = false);

    /// <summary>
    /// These messages were read again: show those that are shown as they are now.
    /// </summary>
    public sealed record Refresh(IReadOnlyList<ViewProtocol.ShowMessage> Messages);

    /// <summary>The message that the user can change by a key, until that time.</summary>
    public sealed record SetEditable(Editable? Message, DateTime Until);

    /// <summary>Put this message into the input, to be changed.</summary>
    public sealed record Begin(Editable Message);

    /// <summary>The message after a change; itself if that has no effect any more.</summary>
    public static ViewProtocol.ShowMessage After(this ViewProtocol.ShowMessage shown, ShowChange change)
    {
        var after = shown.Message.After(change.Change);
        return after == shown.Message
            ? shown
            : shown with { Message = TranscriptMessage.Of(after), ForMe = change.ForMe };
    }

    /// <summary>Whether the other one is the same message as it was later.</summary>
    public static bool IsOlderThan(this ViewProtocol.ShowMessage shown, ViewProtocol.ShowMessage again) =>
        !shown.Message.IsGone && (again.Message.IsGone || again.Message.Edited > shown.Message.Edited);
}
