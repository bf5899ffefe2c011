using System.CommandLine;

namespace LanChat.Soak;

/// <summary>Duration and load of a run.</summary>
/// <param name="Minutes">The duration.</param>
/// <param name="Clients">The number of clients in the room at any time.</param>
/// <param name="Rate">Deliveries per second to all clients together.</param>
/// <param name="Churn">The percentage of clients that leave and join every second.</param>
internal sealed record SoakOptions(double Minutes, int Clients, int Rate, double Churn)
{
    private static readonly Option<double> TheMinutes =
        new("--minutes") { Description = "How long.", DefaultValueFactory = _ => 10 };
    private static readonly Option<int> TheClients =
        new("--clients") { Description = "How many are present.", DefaultValueFactory = _ => 200 };
    private static readonly Option<int> TheRate =
        new("--rate") { Description = "Deliveries a second.", DefaultValueFactory = _ => 20_000 };
    private static readonly Option<double> TheChurn = new("--churn")
    {
        Description = "Percent of them that leave and come every second.",
        DefaultValueFactory = _ => 5,
    };

    public int LinesPerSecond => Math.Max(1, Rate / Clients);

    public int ComingPerSecond => (int)Math.Round(Clients * Churn / 100);

    public TimeSpan Duration => TimeSpan.FromMinutes(Minutes);

    /// <summary>The command line; its action gets the options and returns the exit code.</summary>
    public static RootCommand Command(Func<SoakOptions, Task<int>> run)
    {
        var command = new RootCommand(
            "Keeps a server busy for a while and checks that nothing is lost and nothing grows.") { TheMinutes,
            TheClients, TheRate, TheChurn };
        command.SetAction(parsed => run(new SoakOptions(
            parsed.GetValue(TheMinutes), parsed.GetValue(TheClients), parsed.GetValue(TheRate),
            parsed.GetValue(TheChurn))));
        return command;
    }
}
