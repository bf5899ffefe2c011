using System.CommandLine;
using LanChat.Protocol;
using LanChat.Server.History;
using LanChat.Server.Settings;
using LanChat.Server.Storage;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Server.Cli;

/// <summary>
/// Begins a room's history with what another one's <c>export</c> wrote, numbers and all. Only an empty history can begin so: two that have both
/// gone on have different messages of the same number.
/// </summary>
internal static class ImportCommand
{
    private const int Refused = 1;

    public static Command For(ServerOptions options)
    {
        var file = new Argument<string>("FILE") { Description = ServerTexts.ImportFile };
        var command = new Command("import", ServerTexts.ImportPurpose) { file };
        command.SetAction(parsed =>
        {
            var settings = ServerSettings.Read(options.Settings(parsed));
            try
            {
                Run(settings, Read(parsed.GetRequiredValue(file)));
                return 0;
            }
            catch (HistoryException wrong)
            {
                Console.Error.WriteLine($"lanchat-server: {wrong.Message}");
                return Refused;
            }
        });
        return command;
    }

    private static List<ChatMessage> Read(string file)
    {
        if (Directory.Exists(file)) throw new SettingsException(ServerTexts.NoFileToImport(file));
        try
        {
            using var input = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
            return Import.Read(input, file);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(ServerTexts.HistoryUnreadable(file, wrong.Message));
        }
    }

    private static void Run(ServerSettings settings, List<ChatMessage> messages)
    {
        using var kept = KeptHistory.Open(settings with { History = settings.History with { Durability = Durability.Committed } }, _ => { })!;
        if (kept.Restored.LastId is > 0 and var last)
            throw new HistoryException(ServerTexts.NotEmpty(settings.Room.Name.Text, last));
        Console.WriteLine(ServerTexts.Imported(kept.Store.Append(messages)));
    }
}
