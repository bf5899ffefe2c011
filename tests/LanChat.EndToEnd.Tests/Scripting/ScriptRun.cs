using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Scripting;

/// <summary>One complete run of a client command.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">Standard error.</param>
internal sealed record ScriptRun(int Code, string Output, string Errors)
{
    public static Task<ScriptRun> Of(params string[] arguments) => OfInput("", arguments);

    public static async Task<ScriptRun> OfInput(string input, params string[] arguments)
    {
        await using var client = RunningProgram.Start("lanchat", arguments);
        return await Finish(client, input);
    }

    /// <summary>
    /// Runs a bash line in which <c>"$0" "$@"</c> stands for the program and its arguments.
    /// </summary>
    public static async Task<ScriptRun> InBash(string line, params string[] arguments)
    {
        await using var bash = RunningProgram.Start("lanchat", arguments, "bash", "-c", line);
        return await Finish(bash, "");
    }

    private static async Task<ScriptRun> Finish(RunningProgram program, string input)
    {
        using var timeout = new CancellationTokenSource(RunningProgram.Timeout);
        await program.Input.WriteAsync(input.AsMemory(), timeout.Token);
        program.Input.Close();
        var output = await program.Output.ReadToEndAsync(timeout.Token);
        return new ScriptRun(await program.ExitCode(), output, string.Join('\n', program.Errors));
    }
}
