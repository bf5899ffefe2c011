using System.CommandLine;
using LanChat.Protocol;
using LanChat.Server.History;
using LanChat.Server.Settings;
using LanChat.Server.Storage;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Server.Cli;

/// <summary>
/// Imports the output of <c>export</c> into a room's history, with the message ids. Refuses a
/// history that has messages: the ids of two histories would collide.
/// </summary>
internal static class ImportCommand
{
    private const int Refused = 1;

    public static Command For(ServerOptions options)
    {
        var file = new Argument<string>("FILE") { Description = ServerTexts.ImportFile };
        var command = new Command("import", ServerTexts.ImportPurpose) { file, options.Room };
        command.SetAction(parsed =>
        {
            var settings = ServerSettings.Read(options.Settings(parsed));
            try
            {
                Run(settings, options.RoomOf(parsed, settings), Read(parsed.GetRequiredValue(file)));
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

    private static OpenedHistory OpenRoom(ServerSettings settings, string room)
    {
        using var server = OpenedHistory.OpenServer(settings, _ => { });
        return server is not null && server.ReadRooms().Any(known => known.Name.Key == room)
            ? OpenedHistory.OpenRoom(settings, room, new OpenStores(1, TimeProvider.System), _ => { })!
            : throw new HistoryException(ServerTexts.NoSuchRoom(room));
    }

    private static void Run(ServerSettings settings, string? room, List<ChatMessage> messages)
    {
        var durable = settings with { History = settings.History with { Durability = Durability.Committed } };
        using var lobby = OpenedHistory.Open(durable, _ => { })!; // has the lock of all rooms
        using var other = room is null ? null : OpenRoom(durable, room);
        var kept = other ?? lobby;
        if (kept.Restored.LastId is > 0 and var last)
            throw new HistoryException(ServerTexts.NotEmpty(room ?? settings.Room.Name.Text, last));
        Console.WriteLine(ServerTexts.Imported(kept.Store.Append(messages)));
    }
}
