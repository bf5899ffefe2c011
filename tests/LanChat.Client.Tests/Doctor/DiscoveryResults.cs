using System.Net;
using LanChat.Client.Doctor.Facts;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Doctor;

/// <summary>Discovery results for the doctor's checks.</summary>
internal static class DiscoveryResults
{
    public static readonly LocalNetwork Cable = new("eth0", IPAddress.Parse("192.168.1.7"), 24);
    public static readonly LocalNetwork Wireless = new("wlan0", IPAddress.Parse("10.1.2.3"), 16, IsWireless: true);

    public static readonly Echo Back = new(Cable.Broadcast!, CameBack: true);
    public static readonly Echo Lost = new(Cable.Broadcast!, CameBack: false);

    public static DiscoveryResult Of(Echo echo, params ReceivedRoom[] rooms) =>
        new(TimeSpan.FromSeconds(5), [echo], rooms);

    public static ReceivedRoom Room(string name, string ip, bool isLocal = false)
    {
        Assert.True(RoomName.TryCreate(name, out var valid));
        return new ReceivedRoom(new Announcement(valid, new PeerAddress(ip, 8001)), isLocal);
    }
}
