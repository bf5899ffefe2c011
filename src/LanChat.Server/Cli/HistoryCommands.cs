using System.CommandLine;
using System.Text;
using LanChat.Server.History;
using LanChat.Server.Settings;
using LanChat.Server.Storage;
using LanChat.Server.Storage.Postgres;
using LanChat.Server.Storage.Sqlite;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Server.Cli;

/// <summary>Read-only commands on a room's history; its server may be running.</summary>
internal static class HistoryCommands
{
    private const int Damaged = 1;

    public static IEnumerable<Command> For(ServerOptions options) =>
        [Export(options), Verify(options), SearchCommand.For(options)];

    private static Command Export(ServerOptions options)
    {
        var format = new Option<string>("--format")
        {
            Description = ServerTexts.Format,
            HelpName = "json|text",
            DefaultValueFactory = _ => "json",
        };
        format.AcceptOnlyFromAmong("json", "text");
        var command = new Command("export", ServerTexts.ExportPurpose) { format, options.Room };
        command.SetAction(parsed => With(options, parsed, (_, history) =>
        {
            var isText = parsed.GetValue(format) == "text";
            Func<Protocol.ChatMessage, string> line = isText ? MessageLines.Text : MessageLines.Json;
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
            foreach (var part in history.ReadAll())
            {
                foreach (var message in part) output.Write(line(message) + "\n");
            }

            return 0;
        }));
        return command;
    }

    private static Command Verify(ServerOptions options)
    {
        var command = new Command("verify", ServerTexts.VerifyPurpose) { options.Room };
        command.SetAction(parsed => With(options, parsed, (place, history) =>
        {
            var isIntact = history.IsIntact();
            Console.WriteLine(isIntact ? Sound(place, history) : ServerTexts.HistoryDamaged(place));
            return isIntact ? 0 : Damaged;
        }));
        return command;
    }

    private static string Sound(string place, IReadableHistory history)
    {
        var (count, last) = (0, 0L);
        foreach (var part in history.ReadAll()) (count, last) = (count + part.Count, part[^1].Id);
        return ServerTexts.HistorySound(place, count, last);
    }

    /// <summary>
    /// Opens a room's history for reading, runs the work and returns its exit code.
    /// </summary>
    public static int With(ServerOptions options, ParseResult parsed, Func<string, IReadableHistory, int> work)
    {
        var settings = ServerSettings.Read(options.Settings(parsed));
        try
        {
            var room = options.RoomOf(parsed, settings);
            var (place, history) = settings.History.Postgres.Length > 0
                ? OpenDatabase(settings, room)
                : OpenFile(settings, room);
            using (history) return work(place, history);
        }
        catch (HistoryException wrong)
        {
            Console.Error.WriteLine($"lanchat-server: {wrong.Message}");
            return Damaged;
        }
    }

    private static (string Place, IReadableHistory History) OpenFile(ServerSettings settings, string? room)
    {
        var parent = settings.Data.Folder ?? throw new SettingsException(ServerTexts.NoPlaceForData);
        var folder = DataPaths.FolderOf(parent, settings.Room.Name.Text);
        var file = DataPaths.HistoryFileIn(room is null ? folder : DataPaths.RoomFolderIn(folder, room));
        return File.Exists(file)
            ? (file, SqliteHistory.OpenToRead(file))
            : throw new SettingsException(ServerTexts.NoHistory(room ?? settings.Room.Name.Text, file));
    }

    private static (string Place, IReadableHistory History) OpenDatabase(ServerSettings settings, string? room)
    {
        var lobby = settings.Room.Name.Text;
        var place = room is null
            ? new PostgresLocation(settings.History.Postgres, lobby)
            : PostgresLocation.OfRoom(settings.History.Postgres, lobby, room);
        return ($"{place}", PostgresHistory.OpenToRead(place));
    }
}
