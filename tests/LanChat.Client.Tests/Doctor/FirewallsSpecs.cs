using LanChat.Client.Doctor.Facts;

namespace LanChat.Client.Tests.Doctor;

public sealed class FirewallsSpecs : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Nothing_there_is_no_firewall() => Assert.Equal(Firewall.None, Firewalls.FindIn(_root));

    [Theory]
    [InlineData("etc/ufw/ufw.conf", "# comment\nENABLED=yes\nLOGLEVEL=low\n", "Ufw")]
    [InlineData("etc/ufw/ufw.conf", "ENABLED=no\n", "None")]
    [InlineData("run/firewalld.pid", "812", "Firewalld")]
    [InlineData("proc/modules", "nf_tables 311296 12 nft_compat, Live 0x0\n", "Netfilter")]
    [InlineData("proc/modules", "iptable_filter 12288 1 - Live 0x0\n", "Netfilter")]
    [InlineData("proc/modules", "e1000 155648 0 - Live 0x0\n", "None")]
    public void It_is_known_by_what_everybody_may_read(string file, string content, string firewall)
    {
        Write(file, content);
        Assert.Equal(firewall, Firewalls.FindIn(_root).ToString());
    }

    [Fact]
    public void The_one_that_is_managed_counts_more_than_what_it_manages()
    {
        Write("proc/modules", "nf_tables 311296 12 - Live 0x0\n");
        Write("etc/ufw/ufw.conf", "ENABLED=yes");

        Assert.Equal(Firewall.Ufw, Firewalls.FindIn(_root));
    }

    private void Write(string file, string content)
    {
        var path = Path.Combine(_root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
