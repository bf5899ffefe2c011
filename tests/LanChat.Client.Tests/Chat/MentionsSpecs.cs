using System.Text.Json;
using LanChat.Client.Chat;

namespace LanChat.Client.Tests.Chat;

/// <summary>Cases shared by the client and the page.</summary>
public sealed class MentionsSpecs
{
    public static TheoryData<string, string, string[]> Cases()
    {
        var cases = new TheoryData<string, string, string[]>();
        using var json = JsonDocument.Parse(
            File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fixtures", "cases", "mentions.json")));
        foreach (var one in json.RootElement.EnumerateArray())
        {
            var given = one.GetProperty("in");
            cases.Add(
                given.GetProperty("nick")
                    .GetString()!, given.GetProperty("text")
                    .GetString()!, [.. one.GetProperty("out").EnumerateArray().Select(found => found.GetString()!)]);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Mentions_of_a_nickname_are_found(string nickname, string text, string[] places)
    {
        Assert.Equal(places, Mentions.Find(text, nickname).Select(place => text.Substring(place.Start, place.Length)));
        Assert.Equal(places.Length > 0, Mentions.IsMentioned(text, nickname));
    }

    [Fact]
    public void A_lone_surrogate_is_not_a_mention()
    {
        Assert.True(Mentions.IsMentioned("ann \ud83d", "Ann"));
        Assert.False(Mentions.IsMentioned("\ud83d", "Ann"));
    }
}
