using System.Text.Json.Nodes;
using LanChat.EndToEnd.Tests.Programs;

namespace LanChat.EndToEnd.Tests.Web;

public sealed class RoomsSpecs
{
    private static readonly HttpClient Browser = new();

    [Fact]
    public async Task The_other_rooms_are_listed_with_the_ports_of_their_pages()
    {
        await using var other = await ServerProgram.StartWithPage("lanchat.server.room.name=\"The other room\"");
        await using var server = await ServerProgram.StartWithPage($"lanchat.discovery.port={other.AnnouncedOn}");
        JsonNode? found = null;

        await Eventually.Holds(
            async () =>
            {
                var rooms = JsonNode.Parse(await Browser.GetStringAsync(new Uri(server.Page, "/rooms")))!.AsArray();
                found = rooms.SingleOrDefault(room => (string)room!["name"]! == "The other room");
                return found is not null;
            },
            () => "the other room is not listed");

        Assert.Matches("^[0-9a-f]{16}$", (string)found!["log"]!);
        Assert.Equal((other.Port, other.Page, 0), ((int)found!["port"]!, new Uri((string)found["page"]!), (int)found["members"]!));
    }
}
