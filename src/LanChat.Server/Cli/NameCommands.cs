using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LanChat.Rooms;
using LanChat.Server.History;
using LanChat.Server.Settings;
using LanChat.Texts;

namespace LanChat.Server.Cli;

/// <summary>What can be done with the names of a room that belong to somebody.</summary>
internal static class NameCommands
{
    private const int NotFound = 1;
    private const int ShownOfKey = 12;

    public static Command For(ServerOptions options) => new("names", NameTexts.Purpose) { List(options), Forget(options) };

    private static Command List(ServerOptions options)
    {
        var command = new Command("list", NameTexts.ListPurpose);
        command.SetAction(parsed => HistoryCommands.With(options, parsed, (_, history) =>
        {
            foreach (var name in history.Registry(0).Nicks.OrderBy(name => name.Text, StringComparer.Ordinal))
                Console.WriteLine(Line(name));
            return 0;
        }));
        return command;
    }

    private static Command Forget(ServerOptions options)
    {
        var name = new Argument<string>("NAME") { Description = NameTexts.Name };
        var command = new Command("forget", NameTexts.ForgetPurpose) { name };
        // Looked for first, so that nothing is made for a room that is not there.
        command.SetAction(parsed => HistoryCommands.With(options, parsed, (_, history) =>
        {
            var text = parsed.GetRequiredValue(name);
            if (history.Registry(0).Nicks.Any(known => NickKey.Of(known.Text) == NickKey.Of(text)))
            {
                Forget(ServerSettings.Read(options.Settings(parsed)), text);
                return 0;
            }

            Console.Error.WriteLine($"lanchat-server: {NameTexts.NobodysName(text)}");
            return NotFound;
        }));
        return command;
    }

    /// <summary>And what waits for it; a server that has the room open says no.</summary>
    private static void Forget(ServerSettings settings, string name)
    {
        // There is one, whatever the next server is to do with it.
        using var kept = KeptHistory.Open(settings with { History = settings.History with { Durability = Durability.Committed } }, _ => { })!;
        var words = kept.Restored.Registry.Mail.Where(word => NickKey.Of(word.To) == NickKey.Of(name));
        var removed = words.Select(word => new RegistryChange.MessageRemoved(word.Number));
        kept.Store.Apply([new RegistryChange.NickForgotten(name), .. removed]);
    }

    private static string Line(NickRegistration name) => string.Join('\t',
        string.Concat(name.Text.EnumerateRunes().Select(rune => Rune.IsControl(rune) ? " " : rune.ToString())),
        Day(name.First),
        Day(name.Last),
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(name.Key)))[..ShownOfKey]);

    private static string Day(DateTime utc) => utc.ToLocalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
