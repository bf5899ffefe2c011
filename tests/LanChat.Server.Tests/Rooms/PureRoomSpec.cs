using LanChat.Protocol;
using LanChat.Server.Files;
using LanChat.Server.History;
using LanChat.Server.Names;
using LanChat.Server.Rooms;

namespace LanChat.Server.Tests.Rooms;

/// <summary>Rooms without actors.</summary>
public abstract class PureRoomSpec
{
    private int _lastPort = 50_000;

    private protected static Room Open(params string[] settings)
    {
        var (room, clock) = (TestSettings.With(settings), new TestClock());
        var opened = new Room(room.Room, room.Limits, new FileStore(room.Files, clock), Past.None, clock, new NameBook(room.Names, Book.None, clock));
        opened.Open(new PeerAddress("192.168.38.149", 8001));
        return opened;
    }

    private protected Occupant Admit(Room room, string name, Numbering numbering = Numbering.Counted)
    {
        Assert.True(TryAdmit(room, name, numbering, out var occupant, out _));
        return occupant!;
    }

    private protected Refusal Refuse(Room room, string name)
    {
        Assert.False(TryAdmit(room, name, Numbering.Counted, out _, out var refusal));
        return refusal!;
    }

    private bool TryAdmit(Room room, string name, Numbering numbering, out Occupant? occupant, out Refusal? refusal) =>
        room.TryAdmit(Spoken.Nick(name), new PeerAddress("192.168.38.203", ++_lastPort), out occupant, out refusal, numbering: numbering);
}
