using LanChat.Client.Doctor.Facts;

namespace LanChat.Client.Doctor.Checks;

/// <summary>Is any room heard?</summary>
internal static class RoomsCheck
{
    public static Finding Of(Heard heard)
    {
        if (heard.Rooms.Count == 0)
        {
            return Finding.Warning(
                $"No room was heard in {heard.Time.TotalSeconds:0.#} s.",
                "If there is one, run this there, too, and enter by its address: --connect HOST:PORT");
        }

        var rooms = heard.Rooms.Select(each => $"{each.Room.Name.Text} at {each.Room.Address.Ip}:{each.Room.Address.Port}{(each.IsNear ? " (this computer)" : "")}");
        return Finding.Ok($"Heard: {string.Join(", ", rooms)}.");
    }
}
