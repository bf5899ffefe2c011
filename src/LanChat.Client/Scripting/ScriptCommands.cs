using System.CommandLine;
using LanChat.Client.Cli;
using LanChat.Texts;

namespace LanChat.Client.Scripting;

/// <summary>
/// Commands for scripts. Standard output carries only data; everything else goes to standard error.
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
            return options.IsJson(parsed) ? program.ListRoomsAsync("", ScriptJson.Of)
                : Console.IsOutputRedirected ? program.ListRoomsAsync("", ScriptText.Of)
                : program.ListRoomsAsync(ScriptTable.Header, ScriptTable.Of);
        });
        return command;
    }

    private static Command Members(ScriptOptions options)
    {
        var command = new Command("members", ScriptTexts.MembersPurpose);
        foreach (var option in options.RoomOptions.Append(options.Json)) command.Add(option);
        command.SetAction(parsed => new ScriptProgram(options, parsed).JoinAsync(
            (room, nick, job, _, makeSession) => MembersActor.Props(
                job,
                options.IsJson(parsed) ? ScriptJson.Of : ScriptText.Of,
                owner => makeSession(room, nick, owner))));
        return command;
    }
}
