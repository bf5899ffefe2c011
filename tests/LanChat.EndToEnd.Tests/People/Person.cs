using System.Text;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.People;

/// <summary>A member of the room with a client of some dialect.</summary>
internal sealed class Person : IDisposable
{
    private static int _addresses;

    private readonly ClientCodec _codec;
    private readonly OlderClient _client;
    private readonly Queue<ReceivedMessage> _received = [];

    private Person(ClientCodec codec, OlderClient client, string name) =>
        (_codec, _client, Name) = (codec, client, name);

    public string Name { get; }

    public bool ReceivesOwnMessages => _codec.ReceivesOwnMessages;

    public bool MarksPrivateMessages => _codec.MarksPrivateMessages;

    /// <summary>
    /// Joins from an address of its own and returns when a witness has received the join.
    /// </summary>
    public static async Task<Person> Enter(ServerProgram server, LineClient witness, string kind, string name)
    {
        var codec = ClientCodec.Of(kind);
        var number = Interlocked.Increment(ref _addresses);
        var address = $"127.1.{number / 250}.{(number % 250) + 1}";
        var client = await OlderClient.Connect(server.EndPointOf(codec.Dialect), address, codec.ReadSize);
        var person = new Person(codec, client, codec.NicknameFor(name, address));
        if (codec.EncodeJoin(name) is { Length: > 0 } join) await client.Send(join);
        await witness.Receive($"【{person.Name}】加入");
        return person;
    }

    public Task Say(string text) => _client.Send(_codec.EncodeMessage(text));

    public Task SayInGbk(string text) => _client.SendGbk(_codec.EncodeMessage(text));

    /// <summary>Sends a message in two writes, split inside its first emoji.</summary>
    public async Task SayInTwoHalves(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(_codec.EncodeMessage(text));
        var middle = bytes.IndexOf((byte)0xF0) + 2;
        await _client.Send(bytes[..middle]);
        await _client.Send(bytes[middle..]);
    }

    public Task Tell(string name, string text) => _client.Send(_codec.EncodePrivateMessage(name, text));

    /// <summary>Returns the next message of a member.</summary>
    public async Task<ReceivedMessage> Receive()
    {
        ReceivedMessage? message;
        while (!_received.TryDequeue(out message))
        {
            foreach (var received in _codec.Decode(await _client.Next())) _received.Enqueue(received);
        }

        return message;
    }

    public void Dispose() => _client.Dispose();
}
