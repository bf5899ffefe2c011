using LanChat.Client.Doctor.Facts;
using LanChat.Texts;

namespace LanChat.Client.Doctor.Checks;

/// <summary>Checks whether any announcement was received.</summary>
internal static class RoomsCheck
{
    public static Finding Of(DiscoveryResult received)
    {
        if (received.Rooms.Count == 0)
        {
            var seconds = received.Time.TotalSeconds;
            return Finding.Warning(DoctorNetworkTexts.NoRoomHeard(seconds), DoctorNetworkTexts.RunThisThere);
        }

        var rooms = received.Rooms.Select(each =>
            Name(each.Room.Name.Text, $"{each.Room.Address.Ip}:{each.Room.Address.Port}", each.IsLocal));
        return Finding.Ok(DoctorNetworkTexts.Heard(string.Join(DoctorNetworkTexts.Between, rooms)));
    }

    private static string Name(string room, string address, bool isLocal) =>
        isLocal ? DoctorNetworkTexts.RoomHere(room, address) : DoctorNetworkTexts.RoomAt(room, address);
}
