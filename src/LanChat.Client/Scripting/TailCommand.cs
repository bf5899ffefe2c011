using System.CommandLine;
using LanChat.Client.Scripting.LineTool;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Client.Scripting;

/// <summary><c>tail</c>: prints the messages of a room until it is ended.</summary>
internal static class TailCommand
{
    public static Command Create(ScriptOptions options)
    {
        var lines = new Option<int>("--lines", "-n")
        {
            Description = ScriptTexts.TailLines,
            HelpName = "COUNT",
            DefaultValueFactory = _ => 10,
        };
        var command = new Command("tail", ScriptTexts.TailPurpose) { lines };
        foreach (var option in options.RoomOptions.Append(options.Json)) command.Add(option);
        command.SetAction(parsed =>
        {
            var count = parsed.GetValue(lines);
            if (count < 0) throw new SettingsException(ScriptTexts.LinesBelowZero);
            return new ScriptProgram(options, parsed).JoinAsync((room, nick, job, _, makeSession) => TailActor.Props(
                job,
                new TailLines(
                    count,
                    options.IsJson(parsed) ? ScriptJson.Of : ScriptText.Of,
                    new LineToolReport(job.Errors).Write),
                owner => makeSession(room, nick, owner)));
        });
        return command;
    }
}
