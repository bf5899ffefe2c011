using LanChat.Protocol.Dialects.Older;

namespace LanChat.Protocol.Tests.Dialects;

public sealed class AllDialectsSpecs
{
    [Theory]
    [InlineData("json", 8001)]
    [InlineData("terminal", 8002)]
    [InlineData("colon", 8888)]
    [InlineData("pychat", 12231)]
    [InlineData("miniqq", 12000)]
    [InlineData("line", 6666)]
    public void Each_dialect_has_the_documented_port(string name, int port)
    {
        var dialect = Assert.Single(AllDialects.List, dialect => dialect.Name == name);

        Assert.Equal(port, dialect.UsualPort);
        if (name != "json")
            Assert.Contains(($"`{name}`", $"{port}"), ProtocolDocument.Rows("Other dialects").Select(row => (row[0], row[1])));
    }

    [Fact]
    public void Names_and_ports_of_dialects_are_unique() => Assert.All(
        AllDialects.List,
        one => Assert.Single(AllDialects.List, other => other.Name == one.Name || other.UsualPort == one.UsualPort));
}
