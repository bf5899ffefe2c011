using LanChat.Fuzz.Inputs;
using LanChat.Protocol;

namespace LanChat.Fuzz.Decoders;

/// <summary>
/// Turns requests into events as a room does: every event that a text, nickname or file name may
/// get into.
/// </summary>
internal sealed class Room
{
    private static readonly PeerAddress Here = new("192.168.38.149", 8001);
    private static readonly DateTime Now = new(2023, 8, 10, 16, 2, 43);
    private static readonly Member Other = new("小糖豆", new PeerAddress("192.168.38.149", 7788));
    private readonly PeerAddress _from = new("192.168.38.203", 51937);
    private Member _you = Other;

    public List<RoomEvent> Events { get; } = [];

    public void Takes(ClientMessage message, Dice dice)
    {
        switch (message)
        {
            case EnterRequest enter: Called(enter.Nickname, MessageKind.Joined); break;
            case ClientMessage.Rename rename: Called(rename.Nickname, MessageKind.Renamed); break;
            case ClientMessage.Say said: Says(Line(MessageKind.Said, said.Text), to: null); break;
            case ClientMessage.Act act: Says(Line(MessageKind.Acted, act.Text), to: null); break;
            case ClientMessage.Tell told: Says(Line(MessageKind.Private, told.Text), told.To); break;
            case ClientMessage.Share share: Shares(share); break;
            case ClientMessage.List: Events.Add(new RoomEvent.MembersListed([_you, Other], Here, Now)); break;
            case ClientMessage.Help: Events.Add(new RoomEvent.HelpGiven(Here, Now)); break;
            case ClientMessage.Ignore: Events.Add(new RoomEvent.IgnoringChanged(dice.Once(2), Here, Now)); break;
            case ClientMessage.Leave:
                Events.Add(new RoomEvent.Spoken(ChatMessage.Of(new SystemMessage.Left(_you), Here, Now)));
                break;
            case ClientMessage.Pong pong: Events.Add(new RoomEvent.Pinged(pong.Number)); break;
            case ClientMessage.Invalid invalid: Refuses(invalid.Reason); break;
        }
    }

    private void Called(string name, MessageKind kind)
    {
        if (!Nick.TryCreate(name, out var nick, out var refusal))
        {
            Refuses(refusal);
            return;
        }

        var before = _you;
        _you = new Member(nick.Text, _from);
        Events.Add(
            kind == MessageKind.Joined ? new Welcomed(name, _you, 65536) : new RoomEvent.NameChanged(_you));
        Events.Add(new RoomEvent.MembersShown([Other, _you]));
        Events.Add(new RoomEvent.MembersChanged([Other, _you], [_you], [before]));
        SystemMessage what = kind == MessageKind.Joined
            ? new SystemMessage.Joined(_you)
            : new SystemMessage.Renamed(_you, before.Nickname);
        Events.Add(new RoomEvent.Spoken(ChatMessage.Of(what, Here, Now)));
    }

    private void Says(ChatMessage line, string? to)
    {
        if (to is null) Events.Add(new RoomEvent.Spoken(line));
        else if (Nick.TryCreate(to, out var nick, out var refusal))
            Events.Add(new RoomEvent.PrivateMessage(line, new Member(nick.Text, Here)));
        else Refuses(refusal);
    }

    private void Shares(ClientMessage.Share share)
    {
        if (!FileName.TryClean(share.Name, out var clean))
        {
            Refuses(Refusal.FileNameInvalid);
            return;
        }

        var kind = share.To is null ? MessageKind.File : MessageKind.Private;
        var file = new ChatFile(3, clean, share.Text.Length, share.Text);
        Says(Line(kind, clean) with { File = file }, share.To);
    }

    private void Refuses(Refusal reason) => Events.Add(new RoomEvent.Refused(reason, Here, Now));

    private ChatMessage Line(MessageKind kind, string text) => new(7, kind, _you.Nickname, _from, text, Now);
}
