using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Chat;

/// <summary>
/// Tells the server how far the user has read a room, once a second at most, and the view what they
/// have read on other devices.
/// </summary>
/// <param name="presenter">Knows the last message.</param>
/// <param name="room">Output of the window.</param>
/// <param name="send">Sends a request.</param>
/// <param name="schedule">Calls <see cref="MarkRead"/> after a pause.</param>
internal sealed class ReadMarker(
    RoomPresenter presenter, RoomOutput room, Action<OutgoingRequest> send, Action schedule)
{
    /// <summary>The pause after a message, until it counts as read.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private bool _hasAccount;
    private bool _isShown;
    private bool _isScheduled;
    private string _key = "";
    private long _sent;

    /// <summary>The room was joined: asks what was read meanwhile.</summary>
    public void HandleWelcome(Welcomed welcome)
    {
        (_hasAccount, _key, _sent) = (welcome.HasAccount, RoomAddress.KeyOf(welcome.Room), 0);
        if (_hasAccount) send(new OutgoingRequest(new AccountRequest.ListRead(), ""));
    }

    /// <summary>Whether the user is looking at the room.</summary>
    public void SetShown(bool isShown)
    {
        _isShown = isShown;
        Schedule();
    }

    /// <summary>The pause is over.</summary>
    public void MarkRead()
    {
        _isScheduled = false;
        if (!_isShown || !presenter.IsConnected || presenter.Last <= _sent) return;
        _sent = presenter.Last;
        send(new OutgoingRequest(new AccountRequest.Read(_sent, null), ""));
    }

    /// <summary>Events were shown: returns what was read on another device.</summary>
    public IReadOnlyList<ReadPlace> Handle(IReadOnlyList<RoomEvent> events)
    {
        var places = events.OfType<AccountEvent.ReadShown>().SelectMany(shown => shown.Places).ToArray();
        var own = places.LastOrDefault(place => place.Room == _key);
        if (own is { Id: > 0 } && own.Id >= presenter.Last) room.Show(ViewProtocol.MarkRead.Instance);
        Schedule();
        return places;
    }

    private void Schedule()
    {
        if (!_hasAccount || !_isShown || _isScheduled || presenter.Last <= _sent) return;
        _isScheduled = true;
        schedule();
    }
}
