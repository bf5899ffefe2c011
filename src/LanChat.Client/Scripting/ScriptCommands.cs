using System.CommandLine;
using LanChat.Client.Cli;
using LanChat.Texts;

namespace LanChat.Client.Scripting;

/// <summary>
/// The commands for scripts: nothing but data on standard output, everything else on standard
/// error.
/// </summary>
internal static class ScriptCommands
{
    public static IEnumerable<Command> For(ClientOptions client)
    {
        var options = new ScriptOptions(client);
        return [SendCommand.Create(options), TailCommand.Create(options), Rooms(options), Members(options)];
    }

    private static Command Rooms(ScriptOptions options)
    {
        var command = new Command("rooms", ScriptTexts.RoomsPurpose) { options.Wait, options.Json };
        command.SetAction(parsed =>
        {
            var program = new ScriptProgram(options, parsed);
            return options.IsJson(parsed) ? program.ListenAsync("", ScriptJson.Of)
                : Console.IsOutputRedirected ? program.ListenAsync("", ScriptText.Of)
                : program.ListenAsync(ScriptTable.Header, ScriptTable.Of);
        });
        return command;
    }

    private static Command Members(ScriptOptions options)
    {
        var command = new Command("members", ScriptTexts.MembersPurpose);
        foreach (var option in options.Whereabouts.Append(options.Json)) command.Add(option);
        command.SetAction(parsed => new ScriptProgram(options, parsed).EnterAsync(
            (server, nick, job, _, open) => MembersActor.Props(
                job, options.IsJson(parsed) ? ScriptJson.Of : ScriptText.Of, owner => open(server, nick, owner))));
        return command;
    }
}
