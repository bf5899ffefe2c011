using System.Globalization;
using LanChat.EndToEnd.Tests.Clients;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Web;

public sealed class StatusSpecs
{
    private static readonly HttpClient Monitor = new();

    [Fact]
    public async Task Health_is_ok_while_the_room_answers()
    {
        await using var server = await ServerProgram.StartWithPage();

        Assert.Equal("ok\n", await Monitor.GetStringAsync(new Uri(server.Page, "/healthz")));
    }

    [Fact]
    public async Task Connections_members_and_messages_are_counted()
    {
        await using var server = await ServerProgram.StartWithPage();
        using var ann = await WebClient.Enter(server.Page, "ann");
        await ann.Receive("【ann】加入");
        using var ben = await LineClient.Enter(server.EndPoint, "ben");
        await ben.Type("hello");
        await ann.Receive("hello");

        var metrics = await Read(server);

        Assert.Equal(1, metrics["lanchat_connections{dialect=\"web\"}"]);
        Assert.Equal(1, metrics["lanchat_connections{dialect=\"json\"}"]);
        Assert.Equal(2, metrics["lanchat_members"]);
        Assert.Equal(3, metrics["lanchat_lines_total"]);
        Assert.Equal(5, metrics["lanchat_deliveries_total"]);
        Assert.Equal(3, metrics["lanchat_turn_duration_seconds_count"]);
        Assert.Equal(3, metrics["lanchat_turn_messages_bucket{le=\"1\"}"]);
    }

    [Fact]
    public async Task Disconnects_are_counted_by_reason()
    {
        await using var server = await ServerProgram.StartWithPage();
        using var ann = await WebClient.Enter(server.Page, "ann");
        await ann.NextFrame(3);
        await ann.Send(new string('x', 70_000));
        await ann.NextFrame(9);

        Assert.Equal(1, (await Read(server))["lanchat_connections_closed_total{reason=\"line-too-long\"}"]);
    }

    /// <summary>
    /// Every line of the text format is a comment, or a name with labels ({} without any) and a
    /// number.
    /// </summary>
    private static async Task<Dictionary<string, double>> Read(ServerProgram server)
    {
        var lines = (await Monitor.GetStringAsync(new Uri(server.Page, "/metrics"))).Split(
            '\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Where(line => !line.StartsWith('#')).Select(line => line.Split(' '))
            .ToDictionary(parts => parts[0].Replace("{}", "", StringComparison.Ordinal), parts => double.Parse(
                parts[1], CultureInfo.InvariantCulture));
    }
}
