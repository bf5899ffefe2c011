using System.Diagnostics.CodeAnalysis;
using System.Text;
using LanChat.Protocol;
using LanChat.Server.Files;
using LanChat.Server.History;
using LanChat.Server.Names;
using LanChat.Server.Settings;

namespace LanChat.Server.Rooms;

/// <summary>
/// The rules of a room: who may come in and by which name, what may be said, what a newcomer is shown. Knows neither actors nor bytes. What
/// happens is gathered until <see cref="TakeTurn"/>; only then it is history, so that whoever is shown the history and gets that turn misses
/// nothing and gets nothing twice.
/// </summary>
internal sealed class Room(RoomSettings settings, LimitSettings limits, FileStore files, Past past, TimeProvider clock, NameBook names)
{
    private const int MessagesOnAPage = 200;

    private readonly Roster _roster = new(limits, names);
    private readonly Talk _talk = new(settings, past, clock);
    private PeerAddress _address = new("0.0.0.0", 0);
    private string _pages = "";
    private string _notice = NoticeOf(settings.Notice);

    public int Count => _roster.Count;

    /// <summary>Changes with every change of the list of members.</summary>
    public int Version => _roster.Version;

    public bool HasTurn => _talk.IsPending;

    /// <summary>Which history the numbers of messages belong to (<see cref="LogId"/>).</summary>
    public string Log => past.Log;

    /// <summary>The number of what was said last.</summary>
    public long LastId => _talk.LastId;

    /// <summary>The room has an address, which it speaks from, and which the default notice names.</summary>
    public void Open(PeerAddress address, WebDoor? web = null)
    {
        _address = address;
        _pages = web?.At(address.Ip) ?? "";
        if (settings.Notice.Length == 0) _notice = Phrases.DefaultNotice(address);
    }

    /// <summary>Lets somebody in, by the name they want or one made from it.</summary>
    public bool TryAdmit(
        Nick wanted, PeerAddress from, [NotNullWhen(true)] out Occupant? occupant, [NotNullWhen(false)] out Refusal? refusal,
        Nick? otherwise = null, Numbering numbering = Numbering.Counted, string? key = null, bool isBeside = false)
    {
        if (!_roster.TryAdd(wanted, otherwise, numbering, from, key, isBeside, out occupant, out refusal)) return false;
        Announce(MessageKind.Joined, Phrases.Welcome(occupant.Member), occupant.Member);
        return true;
    }

    public void Leave(Occupant occupant)
    {
        _roster.Remove(occupant);
        if (occupant.Away.Length > 0) _talk.Add(new RoomEvent.AwayShown([new Absence(occupant.Member, "")]));
        Announce(MessageKind.Left, Phrases.Farewell(occupant.Member), occupant.Member);
    }

    /// <summary>Says something to everyone; the reason when that is not possible.</summary>
    public Refusal? Say(Occupant speaker, string text, MessageKind kind = MessageKind.Said, string? reference = null)
    {
        if (text.Length == 0) return Refusal.Incomplete;
        if (speaker.IsIgnoring) return Refusal.Ignoring;
        _talk.Add(kind, speaker.Member.Nickname, speaker.Member.Address, text, reference: reference);
        return null;
    }

    /// <summary>What one person says to another; it is in no turn and no history.</summary>
    public RoomEvent.Told Tell(Occupant speaker, Occupant to, string text, ChatFile? file = null) => new(
        new ChatMessage(0, MessageKind.Private, speaker.Member.Nickname, speaker.Member.Address, text, _talk.Now) { File = file }, to.Member);

    /// <summary>The answer to words for somebody who is not here, when they wait.</summary>
    public RoomEvent.Waits AnswerWaiting(Nick to) => new(to.Text, _address, _talk.Now);

    public Occupant? Find(string name) => _roster.Find(name);

    public Refusal? Rename(Occupant occupant, Nick nick)
    {
        var before = occupant.Member;
        if (!_roster.TryRename(occupant, nick)) return Refusal.NicknameTaken;
        Announce(MessageKind.Renamed, Phrases.Renamed(before, occupant.Member), occupant.Member);
        return null;
    }

    /// <summary>Notes that somebody is away, or with an empty text that they are back; the reason when the text is too long.</summary>
    public Refusal? NoteAway(Occupant occupant, string text)
    {
        if (text.EnumerateRunes().Count() > limits.Away) return Refusal.AwayTooLong;
        occupant.Away = text;
        _talk.Add(new RoomEvent.AwayShown([new Absence(occupant.Member, text)]));
        return null;
    }

    /// <summary>Keeps a file and tells everyone, or gives it to be told to one person; the reason when it can't be kept.</summary>
    public Refusal? Share(Occupant speaker, ClientMessage.Share shared, Occupant? to, out RoomEvent.Told? told)
    {
        told = null;
        if (to is null && speaker.IsIgnoring) return Refusal.Ignoring;
        if (!files.TryAdd(shared.Name, shared.Text, out var file, out var refusal, AddressBlock.Of(speaker.Member.Address.Ip))) return refusal;
        if (to is not null) told = TellOf(file, speaker, to);
        else Share(file, speaker.Member.Nickname, speaker.Member.Address);
        return null;
    }

    /// <summary>Tells everyone of a file that is kept elsewhere; the reason when that is not possible. Who is not here goes by their address.</summary>
    public Refusal? ShareUploaded(ChatFile file, Occupant? speaker, PeerAddress from)
    {
        if (speaker?.IsIgnoring == true) return Refusal.Ignoring;
        Share(file, speaker?.Member.Nickname ?? from.Ip, speaker?.Member.Address ?? from);
        return null;
    }

    public RoomEvent.Told TellOf(ChatFile file, Occupant speaker, Occupant to) => Tell(speaker, to, Phrases.Shared(file, _pages), file);

    private void Share(ChatFile file, string nickname, PeerAddress from) =>
        _talk.Add(MessageKind.File, nickname, from, Phrases.Shared(file, _pages), file: file);

    public void ChangeNotice(string text)
    {
        _notice = NoticeOf(text);
        _talk.Add(new RoomEvent.NoticeShown(_notice));
    }

    /// <summary>The history can't be written for now.</summary>
    public void TellTrouble() => _talk.Add(MessageKind.Room, SpokenBy.System, _address, Phrases.CannotRemember);

    /// <summary>The history is written again; so many messages will be forgotten.</summary>
    public void TellRecovery(int lost) => _talk.Add(MessageKind.Room, SpokenBy.System, _address, Phrases.RemembersAgain(lost));

    /// <summary>Whether somebody's last message is one of this history, by its number and, if they say so, the history's identity.</summary>
    /// <param name="since">The number.</param>
    /// <param name="log">Which history they mean; null: they do not say.</param>
    /// <param name="isDurable">Whether the history outlives the server: only then its numbers mean the same for ever.</param>
    public bool Knows(long since, string? log, bool isDurable) => since <= _talk.LastTold && (log is null ? isDurable : log == Log);

    /// <summary>What a newcomer is shown before the turn that is about to be taken.</summary>
    public RoomEvent[] Entrance() => Entrance([Newest()]);

    /// <summary>The same for somebody whose numbers are not of this history: they are told how much of it that is not.</summary>
    public RoomEvent[] EntranceAnew()
    {
        var newest = Newest();
        return Entrance([.. Gap(0, newest.Messages), newest]);
    }

    private RoomEvent.HistoryShown Newest()
    {
        var free = limits.Waiting == 0 ? long.MaxValue : limits.Waiting / 2;
        var shown = _talk.Shown.AsEnumerable().Reverse().TakeWhile(message => (free -= LengthOnTheWire(message.Text)) >= 0).Reverse();
        return new RoomEvent.HistoryShown([.. shown]) { Raw = _talk.ShownRaw };
    }

    // A control takes six bytes in JSON.
    private static long LengthOnTheWire(string text) => Encoding.UTF8.GetByteCount(text) + (5L * text.Count(char.IsControl));

    private RoomEvent[] Entrance(IEnumerable<RoomEvent> history) =>
    [
        .. history, new RoomEvent.NoticeShown(_notice), new RoomEvent.MembersShown(_roster.Members()),
        .. _roster.Absences() is [_, ..] away ? [new RoomEvent.AwayShown(away)] : Array.Empty<RoomEvent>(),
    ];

    /// <summary>What is in memory, oldest first.</summary>
    public IReadOnlyList<ChatMessage> AtHand => _talk.AtHand;

    /// <summary>Where what somebody missed begins, if it has to be recalled because it is not at hand.</summary>
    public long? ToRecall(long since) => _talk.ReachesBackTo(since) ? null : since;

    /// <summary>What somebody who comes back is shown: all since they were here, or as much of it as they may be shown and how much is missing.</summary>
    /// <param name="since">The last message they have.</param>
    /// <param name="recalled">What was recalled, if that was necessary; where nothing can be, what is at hand is shown.</param>
    /// <param name="most">How many messages they are shown.</param>
    /// <param name="mostBytes">How much text they are shown.</param>
    public RoomEvent[] Entrance(long since, IReadOnlyList<ChatMessage> recalled, int most, int mostBytes)
    {
        var missed = (_talk.ReachesBackTo(since) || recalled.Count == 0 ? _talk.AtHand : recalled).Where(message => message.Id > since);
        var shown = missed.Reverse().Take(most).TakeWhile(message => (mostBytes -= Encoding.UTF8.GetMaxByteCount(message.Text.Length)) >= 0).Reverse().ToArray();
        return Entrance([.. Gap(since, shown), .. shown.Chunk(MessagesOnAPage).Select(page => new RoomEvent.HistoryShown(page))]);
    }

    /// <summary>How much of what came after a message is not shown, if any of it is not.</summary>
    private RoomEvent[] Gap(long since, IReadOnlyList<ChatMessage> shown)
    {
        var count = _talk.LastTold - since - shown.Count;
        return count > 0 ? [new RoomEvent.Missed(since, shown is [var first, ..] ? first.Id : _talk.LastTold + 1, count)] : [];
    }

    /// <summary>The answer to who is here.</summary>
    public RoomEvent.MembersListed List() => new(_roster.Members(), _address, _talk.Now);

    /// <summary>The answer to why something was not done; nobody is closed for it.</summary>
    public RoomEvent.Refused Refuse(Refusal reason) => new(reason with { Closes = false }, _address, _talk.Now);

    /// <summary>The answer to who went away or came back.</summary>
    public RoomEvent.AwayNoted AnswerAway(Occupant occupant) => new(occupant.Away, _address, _talk.Now);

    public RoomEvent.IgnoringChanged ToggleIgnoring(Occupant occupant)
    {
        occupant.IsIgnoring = !occupant.IsIgnoring;
        return new RoomEvent.IgnoringChanged(occupant.IsIgnoring, _address, _talk.Now);
    }

    /// <summary>Everything that happened since the last turn, in order; from now on it is history.</summary>
    public RoomEvent[] TakeTurn() => _talk.TakeTurn();

    /// <summary>How the list of members changed since it was last taken.</summary>
    public RoomEvent.MembersChanged TakeMemberChanges() => _roster.TakeChanges();

    // However the person who wrote it breaks lines, on the wire they are broken in one way.
    private static string NoticeOf(string text) => text.ReplaceLineEndings("\r\n");

    private void Announce(MessageKind kind, string text, Member about) => _talk.Add(kind, SpokenBy.System, _address, text, about);
}
