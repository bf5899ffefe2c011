using System.CommandLine;
using LanChat.Client.Cli;
using LanChat.Client.Sessions;
using LanChat.Settings;

namespace LanChat.Client.Doctor;

/// <summary><c>doctor</c>: prints each finding as it is made.</summary>
internal static class DoctorCommand
{
    public static Command Create(ClientOptions options)
    {
        var address = new Argument<string?>("HOST:PORT")
        {
            Description = "A room that should be there: whether it can be reached, too. Nobody in it notices.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command(
            "doctor",
            "Finds out why rooms don't show up, and says what to do. Exits with 0 when all is as it should be, with 1 when something was "
            + "found, with 2 when it was called wrongly.")
        {
            address,
        };
        command.SetAction(parsed => new Examination(
            DiscoverySettings.Read(options.Settings(parsed)), ServerIn(parsed.GetValue(address)), Print).Run());
        return command;
    }

    private static ServerAddress? ServerIn(string? text)
    {
        if (text is null) return null;
        return ServerAddress.TryParse(text, out var server) ? server : throw new SettingsException($"doctor {text}: expected HOST:PORT");
    }

    private static void Print(Finding finding)
    {
        foreach (var line in FindingLines.Of(finding)) System.Console.WriteLine(line);
    }
}
