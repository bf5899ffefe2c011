using LanChat.Fuzz.Inputs;
using LanChat.Protocol;
using LanChat.Protocol.Dialects;
using LanChat.Protocol.Dialects.Native;
using LanChat.Protocol.Dialects.Older;

namespace LanChat.Fuzz.Decoders;

/// <summary>Encodes what was said for one client of each kind.</summary>
internal sealed class Audience
{
    // Most clients repeat messages of others. A message is encoded once as long as it is among this
    // many remembered ones.
    private const int Remembered = 4000;

    private readonly HashSet<ClientMessage> _heard = [];
    private readonly Reader[] _readers = [.. AllDialects.List.SelectMany(Reader.Of)];

    public void Hears(List<ClientMessage> messages, Dice dice)
    {
        var room = new Room();
        if (_heard.Count > Remembered) _heard.Clear();
        foreach (var message in messages.Where(_heard.Add)) room.Takes(message, dice);
        if (room.Events.Count == 0) return;
        if (dice.Once(8))
            room.Events.Add(
                new RoomEvent.HistoryShown([.. room.Events.OfType<RoomEvent.Spoken>().Select(said => said.Message)]));
        foreach (var reader in _readers) reader.Hears(room.Events);
        ReadBack(room.Events);
    }

    /// <summary>Asserts that a rich client reads every text unchanged.</summary>
    private static void ReadBack(List<RoomEvent> events)
    {
        using var said = events.Select(TextOf).OfType<string>().GetEnumerator();
        ReadOnlyMemory<byte> lines = JsonEncoder.Rich.Encode(events) is [var all] ? all : default;
        while (lines.Span.IndexOf((byte)'\n') is var end and >= 0)
        {
            Broken.Unless(RichFrame.TryRead(lines[..end], out var read), "a rich frame that a rich client can't read");
            Broken.Unless(TextOf(read) is not { } text
                || (said.MoveNext() && text == said.Current), "another text than was said");
            lines = lines[(end + 1)..];
        }

        Broken.Unless(lines.IsEmpty && !said.MoveNext(), "a rich frame is missing");
    }

    private static string? TextOf(RoomEvent said) => said switch
    {
        RoomEvent.Spoken spoken => RoomSentences.TextOf(spoken.Message),
        RoomEvent.PrivateMessage told => RoomSentences.TextOf(told.Message),
        RoomEvent.NameChanged changed => changed.You.Nickname,
        Welcomed welcomed => welcomed.You.Nickname,
        _ => null,
    };
}
