using LanChat.Protocol;
using LanChat.Rooms;
using LanChat.Server.Rooms;
using LanChat.Server.Storage;

namespace LanChat.Server.Tests.Rooms;

/// <summary>Private messages of a server that persists nothing.</summary>
public sealed class PrivateReaderSpecs
{
    private readonly PrivateReader _reader = new(store: null);
    private readonly PrivateLog _log = new(9, PrivateLogState.None, []);
    private long _serial;

    [Fact]
    public async Task Messages_of_a_person_to_their_own_devices_are_one_conversation_after_linking()
    {
        Send("ada", "ada");
        Send("phone", "phone");
        Send("phone", "ada");
        Send("phone", "bob");
        Send("ada", "bob");

        _reader.Merge(new ServerChange.AccountMerged("phone", "ada", _log.Merge("phone", "ada")));

        var found = await _reader.ReadAsync(new PrivateQuery("ada", 0, long.MaxValue, 9));
        Assert.Equal(
            [("ada ada", 1), ("ada ada", 2), ("ada ada", 3), ("ada bob", 1), ("ada bob", 2)],
            found.Select(message => (message.Pair, message.Number)));
        Assert.Equal(4, Send("ada", "ada").Number);
    }

    private StoredPrivateMessage Send(string from, string to)
    {
        var message = new ChatMessage(0, MessageKind.Private, from, new PeerAddress("::1", 7), "psst", default);
        var stored = _log.Append(++_serial, from, to, to, message);
        _reader.Add(stored);
        return stored;
    }
}
