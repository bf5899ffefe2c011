using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LanChat.Rooms;
using LanChat.Server.History;
using LanChat.Server.Settings;
using LanChat.Texts;

namespace LanChat.Server.Cli;

/// <summary>Commands on a room's nick registry.</summary>
internal static class NameCommands
{
    private const int NotFound = 1;
    private const int FingerprintDigits = 12;

    public static Command For(ServerOptions options) =>
        new("names", NameTexts.Purpose) { List(options), Forget(options) };

    private static Command List(ServerOptions options)
    {
        var command = new Command("list", NameTexts.ListPurpose);
        command.SetAction(parsed => HistoryCommands.With(options, parsed, (_, history) =>
        {
            foreach (var name in history.ReadRegistry(0).Nicks.OrderBy(name => name.Text, StringComparer.Ordinal))
                Console.WriteLine(Line(name));
            return 0;
        }));
        return command;
    }

    private static Command Forget(ServerOptions options)
    {
        var name = new Argument<string>("NAME") { Description = NameTexts.Name };
        var command = new Command("forget", NameTexts.ForgetPurpose) { name };
        // Reads first: opening for writing would create the data of a room that does not exist.
        command.SetAction(parsed => HistoryCommands.With(options, parsed, (_, history) =>
        {
            var (text, settings) = (parsed.GetRequiredValue(name), ServerSettings.Read(options.Settings(parsed)));
            if (ControlCommand.TryRun(settings, $"names forget {text}") is { } code) return code;
            if (history.ReadRegistry(0).Nicks.Any(known => NickKey.Of(known.Text) == NickKey.Of(text)))
            {
                Forget(settings, text);
                return 0;
            }

            Console.Error.WriteLine($"lanchat-server: {NameTexts.NobodysName(text)}");
            return NotFound;
        }));
        return command;
    }

    /// <summary>
    /// Deletes a registration and its offline messages, where no server runs.
    /// </summary>
    private static void Forget(ServerSettings settings, string name)
    {
        // The history exists; open it even if the settings say `memory`.
        var durable = settings with { History = settings.History with { Durability = Durability.Committed } };
        using var kept = OpenedHistory.Open(durable, _ => { })!;
        var messages = kept.Restored.Registry.Mail.Where(message => NickKey.Of(message.To) == NickKey.Of(name));
        var removed = messages.Select(message => new RegistryChange.MessageRemoved(message.Number));
        kept.Store.Apply([new RegistryChange.NickRemoved(name), .. removed]);
    }

    private static string Line(NickRegistration name) => string.Join('\t',
        string.Concat(name.Text.EnumerateRunes().Select(rune => Rune.IsControl(rune) ? " " : rune.ToString())),
        Day(name.First),
        Day(name.Last),
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(name.Account)))[..FingerprintDigits]);

    private static string Day(DateTime utc) => utc.ToLocalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
