using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Scripting;

/// <summary>One run of a command of the client, from its first to its last word.</summary>
/// <param name="Code">What it exited with.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Errors">What it told besides.</param>
internal sealed record ScriptRun(int Code, string Output, string Errors)
{
    public static Task<ScriptRun> Of(params string[] arguments) => OfInput("", arguments);

    public static async Task<ScriptRun> OfInput(string input, params string[] arguments)
    {
        await using var client = RunningProgram.Start("lanchat", arguments);
        return await Finish(client, input);
    }

    /// <summary>
    /// Runs it in a line of bash, where <c>"$0" "$@"</c> stands for the program and its arguments.
    /// </summary>
    public static async Task<ScriptRun> InBash(string line, params string[] arguments)
    {
        await using var bash = RunningProgram.Start("lanchat", arguments, "bash", "-c", line);
        return await Finish(bash, "");
    }

    private static async Task<ScriptRun> Finish(RunningProgram program, string input)
    {
        using var patience = new CancellationTokenSource(RunningProgram.Patience);
        await program.Input.WriteAsync(input.AsMemory(), patience.Token);
        program.Input.Close();
        var output = await program.Output.ReadToEndAsync(patience.Token);
        return new ScriptRun(await program.ExitCode(), output, string.Join('\n', program.Errors));
    }
}
