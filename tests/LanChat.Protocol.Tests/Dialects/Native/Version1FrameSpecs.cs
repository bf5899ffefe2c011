using System.Text;
using System.Text.Json.Nodes;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Protocol.Tests.Dialects.Native;

/// <summary>
/// Frames that a server of version 1 sent to the terminal and the web client; today's client reads
/// them.
/// </summary>
public sealed class Version1FrameSpecs
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "fixtures", "v1", "wire");
    private static readonly string[] Rich = ["console-1", "page-1", "page-2", "console-2"];

    private static IEnumerable<(string From, string Text)> Entries(string connection) =>
        from line in File.ReadLines(Path.Combine(Folder, $"{connection}.jsonl"))
        let entry = JsonNode.Parse(line)!
        where entry["text"] is not null
        select ((string)entry["from"]!, (string)entry["text"]!);

    private static RoomEvent Read(string line)
    {
        Assert.True(RichFrame.TryRead(Encoding.UTF8.GetBytes(line.TrimEnd('\n')), out var said), line);
        return said;
    }

    private static RoomEvent[] ReceivedEvents(string connection) =>
        [.. Entries(connection).Where(entry => entry.From == "server").Select(entry => Read(entry.Text))];

    [Fact]
    public void Every_frame_is_decoded() =>
        Assert.Equal([57, 38, 22, 17], Rich.Select(connection => ReceivedEvents(connection).Length));

    [Fact]
    public void Missed_and_offline_messages_are_decoded()
    {
        var events = ReceivedEvents("page-2");

        var missed = Assert.Single(events.OfType<RoomEvent.HistoryShown>()).Messages;
        Assert.Equal([24, 25], missed.Select(message => message.Id));
        Assert.Equal([MessageKind.Left, MessageKind.Said], missed.Select(message => message.Kind));
        Assert.Equal(("Tom T.", "小糖豆 is gone"), (missed[1].Nickname, missed[1].Text));
        Assert.Equal(
            [(1795204800001, "waits for you"), (1795204800002, "我等你"), (1795204800002, "我等你")],
            from message in events.OfType<RoomEvent.PrivateMessage>()
            where message.Waited is not null
            select (message.Waited!.Value, message.Message.Text));
    }

    [Fact]
    public void Every_key_proof_verifies()
    {
        foreach (var connection in Rich)
        {
            var entries = Entries(connection).Take(3).Select(entry => JsonNode.Parse(entry.Text)!).ToArray();
            var (hello, challenge, proof) = (entries[0], entries[1]["data"]!, entries[2]);
            Assert.True(DeviceKey.TryCreate((string)hello["key"]!, out var key));
            var (room, nonce, nick) = ((string)challenge["room"]!, (string)challenge["nonce"]!, (string)hello["nick"]!);
            var proved = DeviceKey.Proved(room, nonce, nick);
            Assert.True(key.HasSigned(proved, (string)proof["sign"]!));
        }
    }
}
