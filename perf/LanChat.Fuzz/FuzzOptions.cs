using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace LanChat.Fuzz;

/// <summary>The options of a run.</summary>
/// <param name="Inputs">The number of inputs for the decoders.</param>
/// <param name="Connections">The number of clients of the server.</param>
/// <param name="Seed">The seed of all random numbers.</param>
/// <param name="Replay">The seed of one input to read again.</param>
/// <param name="Only">The one part to run: decoders or server.</param>
/// <param name="Most">The maximum time of each part.</param>
/// <param name="Settings">Additional settings of the server.</param>
internal sealed record FuzzOptions(
    long Inputs, int Connections, ulong Seed, ulong? Replay, string? Only, TimeSpan Most, string[] Settings)
{
    public const string Decoders = "decoders";
    public const string Server = "server";

    /// <summary>The command that parses the options and runs.</summary>
    public static RootCommand Command(Func<FuzzOptions, Task<int>> run)
    {
        var inputs = new Option<long>("--inputs")
        {
            Description = "How many inputs the decoders read.",
            DefaultValueFactory = _ => 10_000_000,
        };
        var connections = new Option<int>("--connections")
        {
            Description = "How many clients the server has.",
            DefaultValueFactory = _ => 100_000,
        };
        var seed = new Option<ulong?>("--seed")
        {
            Description = "What all else follows from; by default it is another one every time.",
        };
        var replay = new Option<ulong?>("--replay")
        {
            Description = "Reads again the one input of this seed; for a client, with --only server.",
            CustomParser = result => Hexadecimal(result),
        };
        var only = new Option<string?>("--only") { Description = "The one part to run." };
        var minutes = new Option<int>("--minutes")
        {
            Description = "How long each part may take.",
            DefaultValueFactory = _ => 20,
        };
        var set = new Option<string[]>("--set")
        {
            Description = "A further setting of the server; may be repeated.",
            HelpName = "key=value",
        };
        only.AcceptOnlyFromAmong(Decoders, Server);
        var command = new RootCommand("Sends nonsense to every decoder, then to a whole server.")
        {
            inputs, connections, seed, replay, only, minutes, set,
        };
        command.SetAction(parsed => run(new FuzzOptions(
            parsed.GetValue(inputs),
            parsed.GetValue(connections),
            parsed.GetValue(seed) ?? (ulong)DateTime.UtcNow.Ticks,
            parsed.GetValue(replay),
            parsed.GetValue(only),
            TimeSpan.FromMinutes(parsed.GetValue(minutes)),
            parsed.GetValue(set) ?? [])));
        return command;
    }

    public bool Runs(string part) => Only is null || Only == part;

    private static ulong? Hexadecimal(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (text.StartsWith("0x", StringComparison.Ordinal)
            && ulong.TryParse(
                text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var seed)) return seed;
        result.AddError($"{text} is no seed such as 0x0123456789abcdef");
        return null;
    }
}
