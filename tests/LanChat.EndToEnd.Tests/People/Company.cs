using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.People;

/// <summary>
/// One person of every dialect and mode in one room, and somebody with netcat who has nothing to do
/// with them.
/// </summary>
internal sealed class Company : IAsyncDisposable
{
    // Wide enough apart that everyone reads promptly even on a busy machine.
    public const string Spacing = "lanchat.server.raw.spacing=250ms";

    private Company(ServerProgram server, LineClient witness, Person[] people) =>
        (Server, Witness, People) = (server, witness, people);

    public ServerProgram Server { get; }

    public LineClient Witness { get; }

    public IReadOnlyList<Person> People { get; }

    public static async Task<Company> Gather(params string[] settings)
    {
        var server = await ServerProgram.StartWithAllDialects([Spacing, .. settings]);
        var witness = await LineClient.Enter(server.EndPoint, "witness");
        var people = new List<Person>();
        foreach (var manner in Manner.Names) people.Add(await Person.Enter(server, witness, manner, $"{manner}的人"));
        return new Company(server, witness, [.. people]);
    }

    /// <summary>Those who hear what somebody says to everyone.</summary>
    public IEnumerable<Person> ListenersTo(Person speaker) =>
        People.Where(person => person != speaker || person.HearsItself);

    public async ValueTask DisposeAsync()
    {
        foreach (var person in People) person.Dispose();
        Witness.Dispose();
        await Server.DisposeAsync();
    }
}
