using System.CommandLine;
using LanChat.Client.Cli;
using LanChat.Client.Doctor.Checks;
using LanChat.Client.Sessions;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Client.Doctor;

/// <summary>The <c>doctor</c> command; prints each finding as soon as it is made.</summary>
internal static class DoctorCommand
{
    public static Command Create(ClientOptions options)
    {
        var address = new Argument<string?>("HOST:PORT")
        {
            Description = DoctorTexts.Address,
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("doctor", DoctorTexts.Purpose) { address };
        command.SetAction(parsed => new Diagnosis(
            DiscoverySettings.Read(options.Settings(parsed)), ServerIn(parsed.GetValue(address)), Print).Run());
        return command;
    }

    private static ServerAddress? ServerIn(string? text)
    {
        if (text is null) return null;
        return ServerAddress.TryParse(text, out var server)
            ? server
            : throw new SettingsException(ClientTexts.ExpectedAddress("doctor", text));
    }

    private static void Print(Finding finding)
    {
        foreach (var line in FindingLines.Of(finding)) Console.WriteLine(line);
    }
}
