using System.Text.Json;

namespace LanChat.Protocol.Tests;

/// <summary>Equality of nicknames; the server and all clients share these cases.</summary>
public sealed class SameNameSpecs
{
    public static TheoryData<string, string, bool> Cases()
    {
        var cases = new TheoryData<string, string, bool>();
        var table = Path.Combine(AppContext.BaseDirectory, "fixtures", "cases", "same-name.json");
        using var json = JsonDocument.Parse(File.ReadAllBytes(table));
        foreach (var one in json.RootElement.EnumerateArray())
            cases.Add(one[0].GetString()!, one[1].GetString()!, one[2].GetBoolean());
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Equality_is_symmetric(string one, string other, bool areSame)
    {
        Assert.Equal(areSame, Nick.AreSame(one, other));
        Assert.Equal(areSame, Nick.AreSame(other, one));
        Assert.True(Nick.AreSame(one, one));
    }
}
