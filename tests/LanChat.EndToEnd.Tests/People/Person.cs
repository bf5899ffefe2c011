using System.Text;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.People;

/// <summary>Somebody in the room, with the client of their dialect.</summary>
internal sealed class Person : IDisposable
{
    private static int _addresses;

    private readonly Manner _manner;
    private readonly OlderClient _client;
    private readonly Queue<Words> _heard = [];

    private Person(Manner manner, OlderClient client, string name) => (_manner, _client, Name) = (manner, client, name);

    public string Name { get; }

    public bool HearsItself => _manner.HearsItself;

    public bool SeesPrivacy => _manner.SeesPrivacy;

    /// <summary>
    /// Comes in from an address of their own, and returns when the room has said so to a witness.
    /// </summary>
    public static async Task<Person> Enter(ServerProgram server, LineClient witness, string manner, string name)
    {
        var how = Manner.Of(manner);
        var number = Interlocked.Increment(ref _addresses);
        var address = $"127.1.{number / 250}.{(number % 250) + 1}";
        var client = await OlderClient.Connect(server.EndPointOf(how.Dialect), address, how.Receives);
        var person = new Person(how, client, how.NameOf(name, address));
        if (how.Enter(name) is { Length: > 0 } words) await client.Send(words);
        await witness.Hear($"【{person.Name}】加入");
        return person;
    }

    public Task Say(string text) => _client.Send(_manner.Say(text));

    public Task SayInGbk(string text) => _client.SendGbk(_manner.Say(text));

    /// <summary>
    /// Says something in two sends, the first of which ends in the middle of the first emoji.
    /// </summary>
    public async Task SayInTwoHalves(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(_manner.Say(text));
        var middle = bytes.IndexOf((byte)0xF0) + 2;
        await _client.Send(bytes[..middle]);
        await _client.Send(bytes[middle..]);
    }

    public Task Tell(string name, string text) => _client.Send(_manner.Tell(name, text));

    /// <summary>The next words of anybody but the room.</summary>
    public async Task<Words> Hear()
    {
        Words? words;
        while (!_heard.TryDequeue(out words))
        {
            foreach (var heard in _manner.Understand(await _client.Next())) _heard.Enqueue(heard);
        }

        return words;
    }

    public void Dispose() => _client.Dispose();
}
