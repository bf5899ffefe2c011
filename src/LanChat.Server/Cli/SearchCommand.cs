using System.CommandLine;
using System.Globalization;
using System.Text;
using LanChat.Protocol;
using LanChat.Server.History;
using LanChat.Server.Storage;
using LanChat.Settings;
using LanChat.Texts;

namespace LanChat.Server.Cli;

/// <summary>Searches a room's history, newest first; its server may be running.</summary>
internal static class SearchCommand
{
    private const int NothingFound = 1;
    private const int PageSize = 200;

    public static Command For(ServerOptions options)
    {
        var text = new Argument<string>("TEXT") { Description = ServerTexts.SearchText };
        var format = new Option<string>("--format")
        {
            Description = ServerTexts.Format,
            HelpName = "json|text",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("json", "text");
        var from = new Option<string?>("--from") { Description = ServerTexts.SearchFrom, HelpName = "NAME" };
        var since = new Option<string?>("--since") { Description = ServerTexts.SearchSince, HelpName = "TIME" };
        var until = new Option<string?>("--until") { Description = ServerTexts.SearchUntil, HelpName = "TIME" };
        var limit = new Option<int>("--limit")
        {
            Description = ServerTexts.SearchLimit,
            HelpName = "COUNT",
            DefaultValueFactory = _ => 100,
        };
        var command = new Command("search", ServerTexts.SearchPurpose)
        {
            text, from, since, until, limit, format, options.Room,
        };
        command.SetAction(parsed =>
        {
            var query = new SearchQuery(
                parsed.GetValue(text) ?? "",
                parsed.GetValue(from),
                Moment(parsed.GetValue(since)),
                Moment(parsed.GetValue(until)),
                long.MaxValue,
                PageSize);
            var count = Math.Max(parsed.GetValue(limit), 0);
            var isText = parsed.GetValue(format) == "text";
            Func<ChatMessage, string> line = isText ? MessageLines.Text : MessageLines.Json;
            return HistoryCommands.With(
                options, parsed, (_, history) => Print(Found(history, query).Take(count), line));
        });
        return command;
    }

    private static int Print(IEnumerable<ChatMessage> found, Func<ChatMessage, string> line)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        var code = NothingFound;
        foreach (var message in found)
        {
            output.Write(line(message) + "\n");
            code = 0;
        }

        return code;
    }

    private static IEnumerable<ChatMessage> Found(IReadableHistory history, SearchQuery query)
    {
        using var reader = history.OpenReader();
        for (long? before = query.Before; before is { } end;)
        {
            var result = reader.Search(query with { Before = end });
            foreach (var message in result.Messages) yield return message;
            before = result.Next;
        }
    }

    private static DateTime? Moment(string? typed)
    {
        if (typed is null) return null;
        // A local time, or a time with a zone as `export` prints it.
        string[] formats = ["yyyy-M-d", "yyyy-M-d H:m", "yyyy-M-d'T'H:m", "yyyy-M-d H:m:s", "yyyy-M-d'T'H:m:s"];
        string[] zoned = [.. formats.Skip(1).Append("yyyy-M-d'T'H:m:s.fff").Select(format => format + "K")];
        var culture = CultureInfo.InvariantCulture;
        if (DateTime.TryParseExact(typed, formats, culture, DateTimeStyles.None, out var local)) return local;
        return DateTimeOffset.TryParseExact(typed, zoned, culture, DateTimeStyles.AssumeLocal, out var time)
            ? time.LocalDateTime
            : throw new SettingsException(SearchTexts.NoTime(typed));
    }
}
