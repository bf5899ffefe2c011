using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.People;

/// <summary>
/// One client of every dialect and mode in one room, and a netcat client that observes them.
/// </summary>
internal sealed class MixedRoom : IAsyncDisposable
{
    // Long enough that every client reads in time even on a busy machine.
    public const string Spacing = "lanchat.server.raw.spacing=250ms";

    private MixedRoom(ServerProgram server, LineClient witness, Person[] people) =>
        (Server, Witness, People) = (server, witness, people);

    public ServerProgram Server { get; }

    public LineClient Witness { get; }

    public IReadOnlyList<Person> People { get; }

    public static async Task<MixedRoom> Open(params string[] settings)
    {
        var server = await ServerProgram.StartWithAllDialects([Spacing, .. settings]);
        var witness = await LineClient.Enter(server.EndPoint, "witness");
        var people = new List<Person>();
        foreach (var codec in ClientCodec.Names) people.Add(await Person.Enter(server, witness, codec, $"{codec}的人"));
        return new MixedRoom(server, witness, [.. people]);
    }

    /// <summary>The clients that receive a message of this one.</summary>
    public IEnumerable<Person> RecipientsOf(Person speaker) =>
        People.Where(person => person != speaker || person.ReceivesOwnMessages);

    public async ValueTask DisposeAsync()
    {
        foreach (var person in People) person.Dispose();
        Witness.Dispose();
        await Server.DisposeAsync();
    }
}
