using LanChat.Client.Doctor.Facts;

namespace LanChat.Client.Tests.Doctor;

public sealed class FirewallsSpecs : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void An_empty_system_has_no_firewall() => Assert.Equal(Firewall.None, Firewalls.FindIn(_root));

    [Theory]
    [InlineData("etc/ufw/ufw.conf", "# comment\nENABLED=yes\nLOGLEVEL=low\n", "Ufw")]
    [InlineData("etc/ufw/ufw.conf", "ENABLED=no\n", "None")]
    [InlineData("run/firewalld.pid", "812", "Firewalld")]
    [InlineData("proc/modules", "nf_tables 311296 12 nft_compat, Live 0x0\n", "Netfilter")]
    [InlineData("proc/modules", "iptable_filter 12288 1 - Live 0x0\n", "Netfilter")]
    [InlineData("proc/modules", "e1000 155648 0 - Live 0x0\n", "None")]
    public void The_firewall_is_found_in_world_readable_files(string file, string content, string firewall)
    {
        Write(file, content);
        Assert.Equal(firewall, Firewalls.FindIn(_root).ToString());
    }

    [Fact]
    public void A_firewall_manager_takes_precedence_over_its_kernel_modules()
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
