using System.CommandLine;
using LanChat.Settings;

namespace LanChat.Client.Scripting;

/// <summary><c>tail</c>: prints what is said in a room until it is ended.</summary>
internal static class TailCommand
{
    public static Command Create(ScriptOptions options)
    {
        var lines = new Option<int>("--lines", "-n")
        {
            Description = "How many messages to print of those said before; the room remembers only its last ones.",
            HelpName = "COUNT",
            DefaultValueFactory = _ => 10,
        };
        var command = new Command(
            "tail",
            "Enters a room and prints what is said there, a line each, until it is ended or nobody reads its output any more. With "
            + "--json: time (the server's), id, kind, nick, from, text, and for private words to, for files file. Control characters "
            + "are escaped either way. A lost connection is made again.")
        {
            lines,
        };
        foreach (var option in options.Whereabouts.Append(options.Json)) command.Add(option);
        command.SetAction(parsed =>
        {
            var count = parsed.GetValue(lines);
            if (count < 0) throw new SettingsException("--lines: expected 0 or more");
            return new ScriptProgram(options, parsed).EnterAsync((server, nick, job, _, open) => TailActor.Props(
                job,
                new TailLines(count, options.IsJson(parsed) ? ScriptJson.Of : ScriptText.Of),
                owner => open(server, nick, owner)));
        });
        return command;
    }
}
