using LanChat.Client.Doctor.Facts;
using LanChat.Texts;

namespace LanChat.Client.Doctor.Checks;

/// <summary>Is any room heard?</summary>
internal static class RoomsCheck
{
    public static Finding Of(Heard heard)
    {
        if (heard.Rooms.Count == 0)
            return Finding.Warning(DoctorNetworkTexts.NoRoomHeard(heard.Time.TotalSeconds), DoctorNetworkTexts.RunThisThere);
        var rooms = heard.Rooms.Select(each => Name(each.Room.Name.Text, $"{each.Room.Address.Ip}:{each.Room.Address.Port}", each.IsNear));
        return Finding.Ok(DoctorNetworkTexts.Heard(string.Join(DoctorNetworkTexts.Between, rooms)));
    }
    private static string Name(string room, string address, bool isNear) =>
        isNear ? DoctorNetworkTexts.RoomHere(room, address) : DoctorNetworkTexts.RoomAt(room, address);
}
