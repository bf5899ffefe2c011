using LanChat.Client.Sessions;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>
/// What the user's account shares between devices: private messages and read positions; and the
/// file of all that the server keeps about it.
/// </summary>
/// <param name="presenter">Turns events into messages for the view.</param>
/// <param name="shown">The private messages that any window has shown.</param>
/// <param name="room">Output of the window.</param>
/// <param name="send">Sends a request.</param>
/// <param name="schedule">Calls <see cref="MarkRead"/> after a pause.</param>
internal sealed class RoomAccount(
    RoomPresenter presenter,
    PrivateMessageLog shown,
    RoomOutput room,
    Action<OutgoingRequest> send,
    Action<TimeSpan> schedule)
{
    private readonly PrivateLookup _private = new(shown, presenter, room, send);
    private readonly ReadMarker _reads = new(presenter, room, send, () => schedule(ReadMarker.Pause));
    private readonly AccountExport _export = new(room, send, Environment.CurrentDirectory);

    /// <summary>The room was joined.</summary>
    public void HandleWelcome(Welcomed welcome)
    {
        _private.HandleWelcome(welcome);
        _reads.HandleWelcome(welcome);
    }

    /// <summary>Events were shown: returns what was read on another device.</summary>
    /// <param name="events">Events of the server.</param>
    /// <param name="answered">The requests that they answer.</param>
    public IReadOnlyList<ReadPlace> Handle(IReadOnlyList<RoomEvent> events, IReadOnlyList<OutgoingRequest> answered)
    {
        // Each page answers one of these, in the same order.
        var requests = answered.Where(request => request.Message is AccountRequest.ReadPrivate);
        foreach (var (page, request) in events.OfType<AccountEvent.PrivatePage>().Zip(requests))
        {
            if (!_export.TryHandle(page, request)) _private.Handle(page, request);
        }

        foreach (var described in events.OfType<AccountEvent.Described>()) _export.Begin(described);
        return _reads.Handle(events);
    }

    /// <summary>Handles the refusal of a request that the user did not make.</summary>
    public bool TryHandleDeclined(SessionProtocol.Declined declined)
    {
        if (declined.Request is not { Message: AccountRequest request, Text: "" }) return false;
        if (_export.TryHandleDeclined(declined.Request, declined.Reason)) return true;
        if (request is AccountRequest.ReadPrivate) room.ShowProblem(AccountTexts.PrivateUnreadable(declined.Reason));
        return true;
    }

    /// <summary>The connection was lost.</summary>
    public void HandleLoss(string reason) => _export.Abort(reason);

    /// <inheritdoc cref="ReadMarker.SetShown"/>
    public void SetShown(bool isShown) => _reads.SetShown(isShown);

    /// <inheritdoc cref="ReadMarker.MarkRead"/>
    public void MarkRead() => _reads.MarkRead();
}
