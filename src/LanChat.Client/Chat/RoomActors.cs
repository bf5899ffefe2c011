using Akka.Actor;
using LanChat.Client.Sessions;

namespace LanChat.Client.Chat;

/// <summary>The actor of each window; the user's input goes to that of the active one.</summary>
/// <param name="windows">The windows.</param>
internal sealed class RoomActors(RoomWindowManager windows)
{
    private readonly Dictionary<IActorRef, RoomWindow> _rooms = [];
    private readonly Dictionary<ServerAddress, PrivateMessageLog> _privateMessages = [];

    public bool IsEmpty => _rooms.Count == 0;

    /// <summary>Actor of the active room; null at the join prompt.</summary>
    public IActorRef? Active => Of(windows.Active);

    /// <summary>
    /// Actor of the active room; at the join prompt that of the room before. Null if there is none.
    /// </summary>
    public IActorRef? Latest => Of(windows.Latest);

    public void Add(IActorRef actor, RoomWindow window)
    {
        _rooms.Add(actor, window);
        ShowActive();
    }

    /// <summary>Tells the rooms which of them the user is looking at.</summary>
    public void ShowActive()
    {
        foreach (var (actor, window) in _rooms)
            actor.Tell(new RoomWindowProtocol.SetShown(window == windows.Active));
    }

    /// <summary>The private messages that the windows of a server have shown.</summary>
    public PrivateMessageLog PrivateMessagesOf(ServerAddress server)
    {
        if (!_privateMessages.TryGetValue(server, out var shown))
            _privateMessages.Add(server, shown = new PrivateMessageLog());
        return shown;
    }

    /// <summary>Removes an actor that ends; returns its window.</summary>
    public RoomWindow Remove(IActorRef actor)
    {
        _rooms.Remove(actor, out var window);
        return window!;
    }

    /// <summary>Window of an actor; null if it has ended.</summary>
    public RoomWindow? WindowOf(IActorRef actor) => _rooms.GetValueOrDefault(actor);

    /// <summary>Actor of the window with that id; null if it has ended.</summary>
    public IActorRef? Find(int window) => _rooms.FirstOrDefault(room => room.Value.Id == window).Key;

    public void TellAll(object message)
    {
        foreach (var room in _rooms.Keys) room.Tell(message);
    }

    private IActorRef? Of(RoomWindow? window) => _rooms.FirstOrDefault(room => room.Value == window).Key;
}
