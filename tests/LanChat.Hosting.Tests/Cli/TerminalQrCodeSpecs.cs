namespace LanChat.Cli.Tests;

public sealed class TerminalQrCodeSpecs
{
    [Fact]
    public void Lines_have_one_width_and_two_rows_of_modules_each()
    {
        // Version 3: 29 modules, and 4 of quiet zone at each side.
        var lines = TerminalQrCode.Of("http://192.168.1.20:8080/#own=ABCD-EFGH").Split('\n');

        Assert.Equal(19, lines.Length);
        Assert.All(lines, line => Assert.Equal(37, line.Length));
        Assert.All(lines, line => Assert.DoesNotContain(line, cell => !" ▀▄█".Contains(cell)));
    }

    [Fact]
    public void The_quiet_zone_is_of_light_modules()
    {
        var lines = TerminalQrCode.Of("a").Split('\n');

        Assert.All(lines[..2], line => Assert.Equal(new string('█', line.Length), line));
        Assert.All(lines[..^1], line => Assert.StartsWith("████", line));
        Assert.All(lines[..^1], line => Assert.EndsWith("████", line));
        Assert.Equal(new string('▀', lines[0].Length), lines[^1]);
    }
}
