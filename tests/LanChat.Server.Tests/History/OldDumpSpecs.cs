using System.Diagnostics;
using LanChat.Server.Storage.Postgres;
using Npgsql;

namespace LanChat.Server.Tests.History;

/// <summary>A PostgreSQL dump of a server of version 1 is restored with psql and read.</summary>
public sealed class OldDumpSpecs : IDisposable
{
    private const int All = 1000;

    private readonly PostgresRoom? _made = Postgres.Obstacle is null ? new PostgresRoom() : null;

    private PostgresRoom Room => _made!;

    public void Dispose() => _made?.Dispose();

    [PostgresFact]
    public async Task A_dump_of_version_1_is_read_completely()
    {
        await Restore();

        using var history = PostgresHistory.Open(Room.Place);

        var messages = history.Restore(All).Newest;
        Assert.Equal(Fixtures.Exported("postgres/room.jsonl"), messages.Select(message => message with { Ref = null }));
        Assert.Equal(Version1Recording.Messages, messages.Count);
        Version1Recording.AssertSampleMessages(messages);
        Version1Recording.AssertRegistry(history.ReadRegistry(All));
        Assert.Equal(Version1Recording.Refs(messages[137].Ref!), history.ReadRegistry(All).Refs);
        Assert.Equal(1, history.Append([TestMessages.Message(Version1Recording.Messages + 1)]));
    }

    /// <summary>
    /// Restores the dump into this test's schema, with the trigram index if it may be created.
    /// </summary>
    private async Task Restore()
    {
        var database = new NpgsqlConnectionStringBuilder(Postgres.ConnectionString);
        string[] where = ["-h", database.Host!, "-p", $"{database.Port}", "-U", database.Username!, database.Database!];
        var start = new ProcessStartInfo("psql", ["-X", "-q", .. where])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
        };
        if (database.Password is { } password) start.Environment["PGPASSWORD"] = password;
        using var psql = Process.Start(start)!;
        var output = psql.StandardOutput.ReadToEndAsync();
        var dump = await File.ReadAllTextAsync(Fixtures.PathOf("postgres/room.sql"));
        dump = dump.Replace("\"lanchat_Our room\"", Room.Place.QuotedSchema, StringComparison.Ordinal);
        await psql.StandardInput.WriteAsync(dump);
        psql.StandardInput.Close();
        await psql.WaitForExitAsync();
        Assert.Equal(0, psql.ExitCode);
        await output;
    }
}
